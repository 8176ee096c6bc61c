/** VK's dialect of JSON Schema, as far as its published schema uses it. */

/** What a value has to be, in VK's dialect of JSON Schema: `required` is a mark on the property itself. */
export interface SchemaNode {
  readonly $ref?: string
  readonly type?: string | ReadonlyArray<string>
  readonly enum?: ReadonlyArray<unknown>
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly required?: boolean
  readonly items?: SchemaNode
  readonly allOf?: ReadonlyArray<SchemaNode>
  readonly oneOf?: ReadonlyArray<SchemaNode>
  readonly discriminator?: { readonly propertyName: string; readonly mapping: Readonly<Record<string, string>> }
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
  readonly maxItems?: number
}

export interface ParameterNode extends SchemaNode {
  readonly name: string
}

export interface MethodNode {
  readonly parameters: ReadonlyArray<ParameterNode>
  readonly responses: Readonly<Record<string, SchemaNode>>
}

export interface VkSchema {
  readonly methods: Readonly<Record<string, MethodNode>>
  readonly definitions: Readonly<Record<string, SchemaNode>>
}
