namespace SocialContract.Contract.Generation.Examples;

/// <summary>Why no response could be selected.</summary>
public enum SelectionFault
{
    /// <summary>The operation describes no response.</summary>
    NoResponse,

    /// <summary>The operation describes no response with the preferred code.</summary>
    NoSuchCode,

    /// <summary>No response, or not the one with the preferred code, has an example of the preferred name.</summary>
    NoSuchExample,

    /// <summary>The client accepts none of the response's media types (status 406).</summary>
    NotAcceptable,
}
