namespace SocialContract.Verification.Cases;

/// <summary>The expected response to a case.</summary>
internal enum CaseExpectation
{
    /// <summary>A success, 2xx.</summary>
    Accepted,

    /// <summary>A refusal, 4xx, as the document describes it.</summary>
    Refused,

    /// <summary>Anything but 5xx, as HTTP requires if the document says nothing.</summary>
    NoServerError,

    /// <summary>Any status: the case prepares another one or cleans up, and only the response's form is judged.</summary>
    Any,
}
