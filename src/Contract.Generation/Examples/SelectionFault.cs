namespace SocialContract.Contract.Generation.Examples;

/// <summary>Why no answer could be selected.</summary>
public enum SelectionFault
{
    /// <summary>The operation documents no response at all.</summary>
    NoResponse,

    /// <summary>It documents none with the preferred code.</summary>
    NoSuchCode,

    /// <summary>It documents no example of the preferred name (there).</summary>
    NoSuchExample,

    /// <summary>The client accepts none of the media types: 406.</summary>
    NotAcceptable,
}
