import { defineConfig } from "vitest/config";
import { notices } from "./build/notices";
import { theme } from "./build/theme";

export default defineConfig(({ mode }) => ({
  base: "./",
  publicDir: false,
  esbuild: { jsx: "automatic", legalComments: "none" },
  build: {
    outDir: process.env.WORKFRONT_CONSOLE_BUNDLE ?? "../src/main/resources/theme/workfront/admin",
    assetsDir: "resources/assets",
    // Messages live in the same folder: only the assets are replaced, by the plugin.
    emptyOutDir: false,
    target: "es2022",
    modulePreload: false,
    cssCodeSplit: false,
    chunkSizeWarningLimit: 1000,
    rollupOptions: {
      input: "src/entry.ts",
      output: {
        inlineDynamicImports: true,
        entryFileNames: "resources/assets/oauth2-applications-[hash].js",
        assetFileNames: "resources/assets/oauth2-applications-[hash][extname]",
      },
    },
  },
  // The English texts are part of the bundle.
  server: { fs: { allow: [".", "../src/main/resources/theme/workfront/admin/messages"] } },
  plugins: mode === "test" ? [] : [theme(), notices()],
  test: {
    environment: "jsdom",
    include: ["test/**/*.test.{ts,tsx}"],
    setupFiles: ["test/setup.ts"],
    css: false,
    server: { deps: { inline: [/@patternfly/] } },
    testTimeout: 20000,
  },
}));
