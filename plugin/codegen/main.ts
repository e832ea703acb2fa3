import { createGenerate } from './generate.ts'

// What is in an instance and hidden is never seen, and dear to walk through.
figma.skipInvisibleInstanceChildren = true
figma.codegen.on('generate', createGenerate(figma))
