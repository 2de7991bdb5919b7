namespace SocialContract.Verification.Planning;

/// <summary>A request that may break one rule and no other; made when it is its turn.</summary>
/// <param name="Way">Tells ways of one rule apart: the same value at another element is the same way.</param>
/// <param name="Place">The pointer at which something is wrong.</param>
/// <param name="Make">The draft; null where it cannot be made.</param>
internal sealed record RefusalAttempt(string Title, int Way, string Place, Func<RequestDraft?> Make);
