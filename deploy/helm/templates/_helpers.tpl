{{/* Names and the pod that every role is. */}}

{{- define "znatoki.labels" -}}
{{ include "znatoki.selector" . }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{- define "znatoki.selector" -}}
app.kubernetes.io/name: znatoki
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .role }}
{{- end }}

{{- define "znatoki.name" -}}
{{ printf "%s-%s" .root.Release.Name .role | trunc 63 | trimSuffix "-" }}
{{- end }}

{{/* What every container gives up. */}}
{{- define "znatoki.confined" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}

{{- define "znatoki.podSecurity" -}}
runAsNonRoot: true
# The user `node` of the image.
runAsUser: 1000
runAsGroup: 1000
fsGroup: 1000
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "znatoki.image" -}}
{{ printf "%s@%s" .Values.image.repository .Values.image.digest }}
{{- end }}

{{/* Secrets that an installation may do without, by their names: those that it has. */}}
{{- define "znatoki.ifAny" -}}
{{- $names := list }}
{{- range list "redis" "traces" }}
{{- if index $.root.Values.secrets . }}{{ $names = append $names . }}{{ end }}
{{- end }}
{{- toJson $names }}
{{- end }}

{{/* A role: root, role, resources, and of what it knows: databaseKey, secrets (name → folder), ports (name → number), variables. */}}
{{- define "znatoki.pod" -}}
metadata:
  labels: {{- include "znatoki.labels" . | nindent 4 }}
  annotations:
    prometheus.io/scrape: "true"
    prometheus.io/port: "8481"
spec:
  # It talks to no Kubernetes.
  automountServiceAccountToken: false
  enableServiceLinks: false
  # It finishes what it has taken, and gives on what it owns.
  terminationGracePeriodSeconds: 30
  securityContext: {{- include "znatoki.podSecurity" . | nindent 4 }}
  {{- with .root.Values.image.pullSecrets }}
  imagePullSecrets:
    {{- range . }}
    - name: {{ . }}
    {{- end }}
  {{- end }}
  {{- with .root.Values.nodeSelector }}
  nodeSelector: {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .root.Values.tolerations }}
  tolerations: {{- toYaml . | nindent 4 }}
  {{- end }}
  # A machine that goes takes as few of them as can be.
  topologySpreadConstraints:
    - maxSkew: 1
      topologyKey: kubernetes.io/hostname
      whenUnsatisfiable: ScheduleAnyway
      labelSelector:
        matchLabels: {{- include "znatoki.selector" . | nindent 10 }}
  containers:
    - name: {{ .role }}
      image: {{ include "znatoki.image" .root }}
      args: [{{ .role }}]
      securityContext: {{- include "znatoki.confined" . | nindent 8 }}
      resources: {{- toYaml .resources | nindent 8 }}
      env:
        - name: POD_IP
          valueFrom:
            fieldRef:
              fieldPath: status.podIP
        # Whoever measures asks by the address.
        - name: ZNATOKI_ALLOWED_HOSTS
          value: {{ empty .host | ternary "$(POD_IP)" (printf "$(POD_IP),%s" .host) | quote }}
        - name: HEALTH_PORT
          value: "8481"
        - name: LOG_LEVEL
          value: {{ .root.Values.log.level }}
        - name: LOG_FORMAT
          value: {{ .root.Values.log.format }}
        - name: LOG_SLOW_STATEMENT_MS
          value: {{ int .root.Values.log.slowStatementMs | quote }}
        {{- if .root.Values.traces.endpoint }}
        - name: OTEL_EXPORTER_OTLP_ENDPOINT
          value: {{ .root.Values.traces.endpoint | quote }}
        - name: OTEL_TRACES_SAMPLER_ARG
          value: {{ .root.Values.traces.share | quote }}
        {{- if .root.Values.secrets.traces }}
        - name: OTEL_EXPORTER_OTLP_HEADERS_FILE
          value: /secrets/traces/headers
        {{- end }}
        {{- end }}
        {{- range $variable, $value := .variables }}
        - name: {{ $variable }}
          value: {{ $value | quote }}
        {{- end }}
        {{- if .root.Values.secrets.redis }}
        - name: REDIS_URL_FILE
          value: /secrets/redis/url
        {{- end }}
      ports:
        - name: health
          containerPort: 8481
        {{- range $name, $port := .ports }}
        - name: {{ $name }}
          containerPort: {{ $port }}
        {{- end }}
      # Asked by a name that the program knows as its own. It may read a dictionary before it is there.
      startupProbe: {{- include "znatoki.probe" (dict "path" "/health/live" "everySeconds" 2 "failures" 60) | nindent 8 }}
      livenessProbe: {{- include "znatoki.probe" (dict "path" "/health/live" "everySeconds" 10 "failures" 3) | nindent 8 }}
      # What it needs may be away without its being sick, so only this one looks at that.
      readinessProbe: {{- include "znatoki.probe" (dict "path" "/health/ready" "everySeconds" 5 "failures" 2) | nindent 8 }}
      volumeMounts:
        {{- range $secret, $folder := .secrets }}
        - name: {{ base $folder }}
          mountPath: {{ $folder }}
          readOnly: true
        {{- end }}
        {{- range $name := include "znatoki.ifAny" . | fromJsonArray }}
        - name: {{ $name }}
          mountPath: /secrets/{{ $name }}
          readOnly: true
        {{- end }}
  volumes:
    {{- range $secret, $folder := .secrets }}
    - name: {{ base $folder }}
      secret:
        secretName: {{ $secret }}
        defaultMode: 0440
        {{- if eq (base $folder) "database" }}
        # One role of the database, and not the others.
        items:
          - key: {{ $.databaseKey }}
            path: url
        {{- end }}
    {{- end }}
    {{- range $name := include "znatoki.ifAny" . | fromJsonArray }}
    - name: {{ $name }}
      secret:
        secretName: {{ index $.root.Values.secrets $name }}
        defaultMode: 0440
    {{- end }}
{{- end }}

{{- define "znatoki.probe" -}}
httpGet:
  path: {{ .path }}
  port: health
  httpHeaders:
    - name: Host
      value: localhost
periodSeconds: {{ .everySeconds }}
timeoutSeconds: 5
failureThreshold: {{ .failures }}
{{- end }}
