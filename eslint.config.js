import figmaPlugin from '@figma/eslint-plugin-figma-plugins'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** Figma's own rules, which only ESLint can run; all others are in .oxlintrc.json. */
export default defineConfig({
  files: ['plugin/**/*.ts'],
  // @ts-expect-error: the plugin's types lag behind those of ESLint 10
  extends: [figmaPlugin.flatConfigs.recommended],
  languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
})
