namespace SocialContract.JsonSchema.Instances;

/// <summary>A set of kinds of value.</summary>
[Flags]
internal enum Kinds
{
    None = 0,
    Null = 1 << ValueKind.Null,
    True = 1 << ValueKind.True,
    False = 1 << ValueKind.False,
    Number = 1 << ValueKind.Number,
    String = 1 << ValueKind.String,
    Array = 1 << ValueKind.Array,
    Object = 1 << ValueKind.Object,

    /// <summary>Numbers that are integers; this bit is not that of a <see cref="ValueKind"/>.</summary>
    Integer = 1 << 7,

    Boolean = True | False,
    Any = Null | Boolean | Number | String | Array | Object,
}
