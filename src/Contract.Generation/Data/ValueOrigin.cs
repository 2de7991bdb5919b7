namespace SocialContract.Contract.Generation.Data;

/// <summary>Where an instance as a whole comes from.</summary>
public enum ValueOrigin
{
    /// <summary>Generated from the schema's keywords.</summary>
    Generated,

    /// <summary>The schema's <c>example</c>, or one of its <c>examples</c>.</summary>
    SchemaExample,

    /// <summary>The schema's <c>default</c>.</summary>
    SchemaDefault,

    /// <summary>The schema's <c>const</c>, or one of its <c>enum</c>.</summary>
    SchemaValue,
}
