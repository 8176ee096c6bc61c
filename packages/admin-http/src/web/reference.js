/** Shows the document of the API. Nothing is asked of any other server. */
window.SwaggerUIBundle({ url: "/api/v1/openapi.json", dom_id: "#reference", validatorUrl: null })
