// Scalar validates with zod, which would probe for eval and so trip the content security policy.
globalThis.__zod_globalConfig = { jitless: true };

// Nothing on this page may reach for another origin: fonts, telemetry and promotion are off.
const start = () =>
  Scalar.createApiReference("#reference", {
    url: "openapi.json",
    favicon: document.querySelector("link[rel=icon]").href,
    metaData: { title: document.title },
    authentication: { preferredSecurityScheme: "bearer_token" },
    persistAuth: true,
    withDefaultFonts: false,
    telemetry: false,
    agent: { disabled: true },
    mcp: { disabled: true },
    showDeveloperTools: "never",
    hideClientButton: true,
  });

document.addEventListener("DOMContentLoaded", start);
