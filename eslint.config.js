import figmaPlugin from '@figma/eslint-plugin-figma-plugins'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

/**
 * Imports run one way: `plugin → shared ← ui`, `relay → shared`. What calls Cliquify is of no use in
 * the sandbox.
 * @returns {import('eslint').Linter.RulesRecord}
 */
const border = (/** @type {string[]} */ ...rooms) => ({
  'no-restricted-imports': [
    'error',
    {
      patterns: [
        { regex: `^(\\.\\./)+(${rooms.join('|')})/`, message: 'See design.md, "The house".' },
      ],
    },
  ],
})

export default defineConfig(
  globalIgnores(['dist', 'test/e2e/output']),
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // The two slowest of all; without enums and with hardly a class they find nothing.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
    },
  },
  {
    // What needs types costs most; in tests a promise that nobody awaits is what it finds, and
    // oxlint finds that at once.
    files: ['test/**/*.ts', 'test/**/*.tsx'],
    extends: [tseslint.configs.disableTypeChecked],
  },
  { files: ['shared/**'], rules: border('plugin', 'ui', 'relay', 'test') },
  { files: ['relay/**'], rules: border('plugin', 'ui', 'test') },
  {
    files: ['relay/*.ts', 'relay/workers/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(node:|@hono/node-server|libsql|(\\.|\\.\\.)/node/)',
              message: 'The application runs on Workers too; what is of Node is handed in.',
            },
            { regex: '^(\\.\\./)+(plugin|ui|test)/', message: 'See design.md, "The house".' },
          ],
        },
      ],
    },
  },
  {
    files: ['plugin/**'],
    // @ts-expect-error: the plugin's types lag behind those of ESLint 10
    extends: [figmaPlugin.flatConfigs.recommended],
    rules: border('ui', 'relay', 'test', 'shared/cliquify'),
  },
  {
    files: ['plugin/**'],
    ignores: ['plugin/main.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        {
          name: 'figma',
          message: 'Only main.ts reads the global; a room is handed what it needs.',
        },
      ],
    },
  },
  {
    files: ['ui/**'],
    plugins: { 'react-hooks': reactHooks },
    // The plugin's other rules are for React's compiler, and cost as much as all of these together.
    rules: {
      ...border('plugin', 'relay', 'test'),
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
)
