namespace SocialContract.JsonSchema.Instances;

/// <summary>The kinds of value, numbered so that <see cref="Kinds"/> can be a bit mask of them.</summary>
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
