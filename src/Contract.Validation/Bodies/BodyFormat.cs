namespace SocialContract.Contract.Validation.Bodies;

/// <summary>How a body of a media type is read.</summary>
internal enum BodyFormat
{
    /// <summary>Not looked into: XML, images and the like.</summary>
    Opaque,
    Json,
    UrlEncodedForm,
    MultipartForm,

    /// <summary><c>text/*</c>: one string, or what its schema makes of the text.</summary>
    Text,

    /// <summary><c>application/octet-stream</c>: a string where it is UTF-8 and the schema is not of a file.</summary>
    Binary,
}
