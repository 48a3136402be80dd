import quickJs from '@jitl/quickjs-asmjs-mjs-release-sync'
import {
  newQuickJSWASMModuleFromVariant,
  type QuickJSContext,
  type QuickJSHandle,
} from 'quickjs-emscripten-core'
import type { Said } from '../../engine/written.ts'
import { LONGEST_SOURCE, NAME, tooLong, type Values } from './asking.ts'
import { inFewWords, lineOf, problemIn, type Problem } from './problem.ts'

/** What a written check may use: so much memory and stack, and for each thing asked of it so many milliseconds. */
const MEMORY = 16 * 1024 * 1024
const STACK = 192 * 1024
export const MILLISECONDS = 1_000

/** A check that was read, and answers. */
export interface Interpreted {
  ask(values: Values): Said
  end(): void
}

const trouble = (sentence: string): Said => ({ is: 'trouble', sentence })

/**
 * Reads checks in an interpreter of its own, which is compiled to plain JavaScript: what it runs sees neither this page nor
 * the network, because nothing of them is given to it.
 */
export const createInterpreter = async (): Promise<(source: string) => Interpreted | Said> => {
  const module = await newQuickJSWASMModuleFromVariant(quickJs)
  return (source) => {
    if (source.length > LONGEST_SOURCE) return trouble(tooLong(source.length))
    const runtime = module.newRuntime()
    runtime.setMemoryLimit(MEMORY)
    runtime.setMaxStackSize(STACK)
    const context = runtime.newContext()
    let until = 0
    runtime.setInterruptHandler(() => performance.now() > until)
    const inTime = <T>(work: () => T): T | Said => {
      until = performance.now() + MILLISECONDS
      try {
        return work()
      } catch (error) {
        // What is thrown here is thrown by the interpreter itself: its own stack ran out before the one it keeps.
        return trouble(problemIn({ name: 'InternalError', message: String(error) }))
      }
    }
    const read = inTime(() => {
      const result = context.evalCode(source, `${NAME}.js`)
      if (result.error) return trouble(problemIn(thrown(context, result.error)))
      result.value.dispose()
      return named(context)
    })
    if (!isHandle(read)) return read
    return {
      ask: (values) => inTime(() => verdict(context, read, values)),
      end: () => {
        read.dispose()
        context.dispose()
        runtime.dispose()
      },
    }
  }
}

const isHandle = (value: QuickJSHandle | Said): value is QuickJSHandle => !('is' in value)

const named = (context: QuickJSContext): QuickJSHandle | Said => {
  // A `const` at the top is no property of the global object, so the name is looked up as code would.
  const found = context.evalCode(`typeof ${NAME} === 'function' ? ${NAME} : undefined`)
  if (!found.error && context.typeof(found.value) === 'function') return found.value
  ;(found.error ?? found.value).dispose()
  return trouble(
    `There is no function named \`${NAME}\` in it. Keep the first line as it was, and write between the braces.`,
  )
}

const verdict = (context: QuickJSContext, check: QuickJSHandle, values: Values): Said => {
  const written = context.evalCode(`(${JSON.stringify(values)})`)
  if (written.error) return trouble(problemIn(thrown(context, written.error)))
  const given = values.map((_, index) => context.getProp(written.value, index))
  const result = context.callFunction(check, context.undefined, ...given)
  for (const one of [written.value, ...given]) one.dispose()
  if (result.error) return trouble(problemIn(thrown(context, result.error)))
  const { value } = result
  const type = context.typeof(value)
  const said: Said =
    type === 'boolean'
      ? { is: 'verdict', passes: context.eq(value, context.true) }
      : trouble(
          `It has to return \`true\` or \`false\`, and returned ${returned(context, value, type)}.`,
        )
  value.dispose()
  return said
}

const returned = (context: QuickJSContext, value: QuickJSHandle, type: string): string => {
  if (type === 'undefined') return 'nothing'
  if (type === 'string') return `the text “${inFewWords(context.getString(value))}”`
  if (type === 'number') return `the number ${context.getNumber(value)}`
  if (type === 'function') return 'a function'
  if (type !== 'object') return `a ${type}`
  const state = context.getPromiseState(value)
  if (state.type === 'fulfilled' && state.notAPromise) return 'an object, or null'
  return 'a promise: a check decides at once, without `async`'
}

const thrown = (context: QuickJSContext, error: QuickJSHandle): Problem => {
  const text = (name: string): string => {
    if (context.typeof(error) !== 'object') return ''
    const value = context.getProp(error, name)
    const is = context.typeof(value) === 'string' ? context.getString(value) : ''
    value.dispose()
    return is
  }
  const problem = {
    name: text('name'),
    message:
      text('message') || (context.typeof(error) === 'string' ? context.getString(error) : ''),
    line: lineOf(text('stack'), `${NAME}.js`),
  }
  error.dispose()
  return problem
}
