namespace SocialContract.Contract.Keywords;

/// <summary>JSON Schema's types (validation, section 6.1.1), with numbers divided into integers and fractions.</summary>
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
    Scalar = Null | Boolean | Number | String,
    Container = Object | Array,
    Any = Scalar | Container,
}
