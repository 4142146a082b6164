// Swagger UI fills every parameter in with its example, so that the first "Execute" would send all filters at once, and find nothing.
// An example of an optional parameter is moved to its description here, for this page alone; the served document keeps it.
function withoutPrefill(document) {
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  const parameters = operations.flatMap((operation) => operation.parameters ?? []).concat(Object.values(document.components.parameters));
  for (const parameter of parameters.filter((parameter) => parameter.example !== undefined && !parameter.required)) {
    parameter.description += ` Example: \`${[parameter.example].flat().join(",")}\`.`;
    delete parameter.example;
  }
  return document;
}

addEventListener("DOMContentLoaded", () => {
  const bundle = window.SwaggerUIBundle;
  const responseInterceptor = (response) => {
    if (response.url.endsWith("/openapi/v1.json") && response.ok) response.text = JSON.stringify(withoutPrefill(JSON.parse(response.text)));
    return response;
  };
  window.SwaggerUIBundle = Object.assign((settings) => bundle({ ...settings, responseInterceptor }), bundle);
});
