/** What a script of VKScript is made of, as a tree. */

export type Expression =
  | { readonly type: "value"; readonly value: string | number | boolean | null }
  | { readonly type: "list"; readonly items: ReadonlyArray<Expression> }
  | { readonly type: "object"; readonly fields: ReadonlyArray<readonly [string, Expression]> }
  /** A call of the API. */
  | { readonly type: "call"; readonly method: string; readonly params: Expression | undefined }
  | { readonly type: "variable"; readonly name: string }
  | { readonly type: "member"; readonly of: Expression; readonly key: Expression }
  /** `list@.field`: that field of every item. */
  | { readonly type: "pluck"; readonly of: Expression; readonly field: string }
  /** `list.push(1)`. */
  | {
      readonly type: "invoke"
      readonly of: Expression
      readonly name: string
      readonly args: ReadonlyArray<Expression>
    }
  /** `parseInt(text)`. */
  | { readonly type: "function"; readonly name: string; readonly args: ReadonlyArray<Expression> }
  | { readonly type: "unary"; readonly operator: string; readonly of: Expression }
  | { readonly type: "binary"; readonly operator: string; readonly left: Expression; readonly right: Expression }

/** What can stand on the left of `=`, and after `delete`. */
export type Place = Extract<Expression, { readonly type: "variable" | "member" }>

export type Statement =
  | { readonly type: "var"; readonly name: string; readonly value: Expression | undefined }
  /** `operator`: "+" of `+=`; undefined of `=`. */
  | {
      readonly type: "assign"
      readonly place: Place
      readonly operator: string | undefined
      readonly value: Expression
    }
  | { readonly type: "delete"; readonly place: Place }
  | { readonly type: "expression"; readonly value: Expression }
  | {
      readonly type: "if"
      readonly condition: Expression
      readonly whenTrue: Script
      readonly otherwise: Script
    }
  | { readonly type: "while"; readonly condition: Expression; readonly body: Script }
  | { readonly type: "return"; readonly value: Expression | undefined }

export type Script = ReadonlyArray<Statement>
