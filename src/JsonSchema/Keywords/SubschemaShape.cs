namespace SocialContract.JsonSchema.Keywords;

/// <summary>Where a keyword's value holds schemas.</summary>
internal enum SubschemaShape
{
    /// <summary>Nowhere: objects inside it are not schemas, and an <c>$id</c> in them is not an identifier.</summary>
    None,

    /// <summary>It is a schema.</summary>
    Schema,

    /// <summary>It is an array of schemas.</summary>
    Array,

    /// <summary>It is an object whose members are schemas.</summary>
    Map,

    /// <summary>It is a schema or an array of schemas: <c>items</c> before 2020-12.</summary>
    SchemaOrArray,

    /// <summary>Its members are schemas or arrays of names: <c>dependencies</c>.</summary>
    MapOfSchemasOrNames,
}
