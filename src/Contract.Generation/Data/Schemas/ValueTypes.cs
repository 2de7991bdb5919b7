namespace SocialContract.Contract.Generation.Data.Schemas;

/// <summary>JSON Schema's types, with whole numbers apart from the others.</summary>
[Flags]
internal enum ValueTypes
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Object = 4,
    Array = 8,
    Integer = 16,
    Fraction = 32,
    String = 64,
    Number = Integer | Fraction,
    Any = Null | Boolean | Object | Array | Number | String,
}
