namespace SocialContract.Contract.Validation.Decoding;

/// <summary>The JSON Schema types that a schema allows (validation 6.1.1).</summary>
[Flags]
internal enum JsonTypes
{
    None = 0,
    String = 1,
    Integer = 2,
    Number = 4,
    Boolean = 8,
    Null = 16,
    Array = 32,
    Object = 64,
    Primitive = String | Integer | Number | Boolean | Null,
    Any = Primitive | Array | Object,
}
