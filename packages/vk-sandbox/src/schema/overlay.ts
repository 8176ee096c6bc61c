/** Where VK differs from its published schema. Each line is seen in recorded answers, or in VK's own description of a call. */
import type { ParameterNode, SchemaNode, VkSchema } from "./schema-node.ts"

type Properties = Readonly<Record<string, SchemaNode>>
type VkResponses = Readonly<Record<string, Properties>>

/** Marked as always there, and not always sent. */
const optional: ReadonlyArray<readonly [definition: string, property: string]> = [
  // Inline keyboards have no one_time.
  ["messages_keyboard", "one_time"],
  // Never sent.
  ["base_error", "inner_type"]
]

const anything: SchemaNode = {}

const replaced: ReadonlyArray<readonly [definition: string, property: string, by: SchemaNode]> = [
  // A button's payload arrives as the value itself, not as a string.
  ["callback_message_event", "payload", { ...anything, required: true }],
  // 1 is as good as true.
  ["messages_forward", "is_reply", { type: ["boolean", "integer"] }],
  // A button's payload is taken as a value too, and null as none.
  ...["text", "callback", "open_link", "open_app", "location", "vkpay"].map(
    (kind) => [`messages_keyboard_button_action_${kind}`, "payload", anything] as const
  ),
  // Documented and sent, but missing from the list; `default` is of old keyboards.
  ["messages_keyboard_button", "color", { type: "string", enum: ["primary", "secondary", "negative", "positive"] }]
]

const message: SchemaNode = { $ref: "#/definitions/messages_message" }

/** Events whose object is the message itself, of which the schema has nothing. */
const added: Properties = { callback_message_reply: message, callback_message_edit: message }

const ids: SchemaNode = { type: "array", items: { type: "integer" } }

/** What VK takes beside what the schema lists, or demands where it does not say so. */
const parameters: Readonly<Record<string, ReadonlyArray<ParameterNode>>> = {
  "messages.send": [
    { name: "random_id", type: "integer", required: true },
    // Of versions before 5.139.
    { ...ids, name: "user_ids" }
  ],
  // Names of versions before, still taken: clients use them.
  "messages.edit": [{ name: "conversation_message_id", type: "integer" }],
  "messages.pin": [{ name: "conversation_message_id", type: "integer" }],
  "messages.delete": [{ ...ids, name: "conversation_message_ids" }],
  "messages.getByConversationMessageId": [
    { ...ids, name: "cmids" },
    { ...ids, name: "conversation_message_ids" }
  ]
}

/** What VK answers beside the shapes that the schema lists. */
const responses: VkResponses = {
  // Nobody's name is an empty list.
  "utils.resolveScreenName": { nobody: { properties: { response: { type: "array", required: true, maxItems: 0 } } } }
}

const withProperty = (definitions: Properties, name: string, property: string, by: SchemaNode): Properties => {
  const definition = definitions[name]
  if (definition?.properties?.[property] === undefined) {
    throw new Error(`the overlay speaks of ${name}.${property}, which is not there`)
  }
  return { ...definitions, [name]: { ...definition, properties: { ...definition.properties, [property]: by } } }
}

const correctDefinitions = (published: Properties): Properties => {
  let corrected: Properties = { ...published, ...added }
  for (const [name, property] of optional) {
    const { required: _always, ...rest } = published[name]?.properties?.[property] ?? {}
    corrected = withProperty(corrected, name, property, rest)
  }
  for (const [name, property, by] of replaced) corrected = withProperty(corrected, name, property, by)
  return corrected
}

const correctMethods = (published: VkSchema["methods"]): VkSchema["methods"] =>
  Object.fromEntries(
    Object.entries(published).map(([name, method]) => {
      const more = parameters[name] ?? []
      const kept = method.parameters.filter((each) => !more.some((other) => other.name === each.name))
      return [name, { parameters: [...kept, ...more], responses: { ...method.responses, ...responses[name] } }]
    })
  )

export const correct = ({ definitions, methods }: VkSchema): VkSchema => ({
  definitions: correctDefinitions(definitions),
  methods: correctMethods(methods)
})
