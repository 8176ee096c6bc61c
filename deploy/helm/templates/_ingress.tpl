{{/* The way in to a role's service. */}}
{{- define "znatoki.ingress" -}}
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: {{ include "znatoki.name" . }}
  labels: {{- include "znatoki.labels" . | nindent 4 }}
  {{- with .ingress.annotations }}
  annotations: {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  {{- with .ingress.className }}
  ingressClassName: {{ . }}
  {{- end }}
  tls:
    - hosts: [{{ .ingress.host }}]
      secretName: {{ required (printf "%s.ingress.tlsSecret: nothing is shown without TLS" .role) .ingress.tlsSecret }}
  rules:
    - host: {{ .ingress.host }}
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: {{ include "znatoki.name" . }}
                port: { name: http }
{{- end }}
