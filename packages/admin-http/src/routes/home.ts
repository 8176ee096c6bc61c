/** `/`: a plain page for whoever opens the port in a browser. */
import { Effect } from "effect"
import type { Handler } from "../answer.ts"
import type { Methods } from "../resource.ts"

const page = `<!doctype html>
<html lang="ru">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Znatoki: API администратора</title></head>
<body>
<h1>Znatoki</h1>
<p>Это API администратора игры «Znatoki»: вопросы, игры и их журналы, недоставленные сообщения.</p>
<ul>
<li><a href="/desk">Стол редакции</a> — игры, вопросы, игроки в браузере</li>
<li><code>/api/v1/questions</code> — вопросы</li>
<li><code>/api/v1/games</code> — игры</li>
<li><a href="/games">/games</a> — игры изнутри, шаг за шагом (имя любое, пароль — <code>ADMIN_TOKEN</code>)</li>
<li><code>/api/v1/dead-letters</code> — недоставленные сообщения</li>
<li><code>/api/v1/openapi.json</code> — описание API (OpenAPI 3.1), <a href="/reference">/reference</a> — оно же для чтения</li>
<li><a href="/health/live">/health/live</a>, <a href="/health/ready">/health/ready</a> — состояние</li>
</ul>
<p>Всем адресам под <code>/api</code> нужен заголовок <code>Authorization: Bearer &lt;ADMIN_TOKEN&gt;</code>.</p>
</body>
</html>
`

const show: Handler = (context) => Effect.succeed(context.html(page))

export const home: Methods = { GET: show }
