namespace SocialContract.Contract.Validation.Bodies;

/// <summary>How a body of a media type is read.</summary>
internal enum BodyFormat
{
    /// <summary>Not decoded: XML, images and others.</summary>
    Opaque,
    Json,
    UrlEncodedForm,
    MultipartForm,

    /// <summary><c>text/*</c>: a string, or the value of another type that its schema allows.</summary>
    Text,

    /// <summary><c>application/octet-stream</c>: a string if it is UTF-8 and the schema does not describe a file.</summary>
    Binary,
}
