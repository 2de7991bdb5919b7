namespace SocialContract.JsonSchema.Instances;

/// <summary>The kinds of value, numbered so that a set of them is a small bit mask.</summary>
internal enum ValueKind
{
    Null,
    True,
    False,
    Number,
    String,
    Array,
    Object,
}
