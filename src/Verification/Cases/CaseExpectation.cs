namespace SocialContract.Verification.Cases;

/// <summary>What a conforming server does with a case.</summary>
public enum CaseExpectation
{
    /// <summary>It answers with a success, 2xx.</summary>
    Accepted,

    /// <summary>It refuses with 4xx, in the way the document says.</summary>
    Refused,

    /// <summary>It answers with anything but 5xx: what HTTP demands where the document is silent.</summary>
    NoServerError,

    /// <summary>Nothing is judged but the answer's form: the case prepares another one or puts things back.</summary>
    Any,
}
