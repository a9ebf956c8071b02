import ts from "typescript";
import { expect, test } from "vitest";
import type { Key } from "../src/texts/keys";

const config = ts.getParsedCommandLineOfConfigFile("tsconfig.json", {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: console.error });
const program = ts.createProgram(config?.fileNames.filter((file) => /\/src\//.test(file)) ?? [], config?.options ?? {});
const checker = program.getTypeChecker();

/** What an expression can be, where that is one of some strings. */
const valuesOf = (expression: ts.Expression) => {
  const type = checker.getTypeAtLocation(expression);
  return (type.isUnion() ? type.types : [type]).filter((each) => each.isStringLiteral()).map(({ value }) => value);
};

/** Keys that are put together count with what their variables can be, by their types. */
function saidIn(node: ts.Node): string[] {
  const said = node.getChildren().flatMap(saidIn);
  const key = ts.isCallExpression(node) && /(^|\.)say$/.test(node.expression.getText()) ? node.arguments[0] : undefined;
  return key ? [...valuesOf(key), ...said] : said;
}

test("every text that is there is said", () => {
  const sources = program.getRootFileNames().map((file) => program.getSourceFile(file)).filter((file) => file !== undefined);
  const keys = sources.find(({ fileName }) => fileName.endsWith("/texts/keys.ts"));
  const declared = keys?.statements.find(ts.isTypeAliasDeclaration);
  const there = declared && checker.getTypeAtLocation(declared);
  const texts = there?.isUnion() ? there.types.filter((each) => each.isStringLiteral()).map(({ value }) => value) : [];
  const said = new Set(sources.flatMap(saidIn));
  expect(texts).toContain("nav" satisfies Key);
  expect(texts.filter((key) => !said.has(key))).toEqual([]);
}, 60_000);
