using SocialContract.Contract.Model;

namespace SocialContract.Verification.Cases;

/// <summary>Something of an answer that must be what the request held (<c>x-echo</c>).</summary>
/// <param name="Check">What it is evidence for.</param>
/// <param name="Example">The example that says so: only answers of its kind are compared.</param>
/// <param name="Target">Pattern into the answer's body.</param>
/// <param name="Expression">The runtime expression of the value, or of the array whose elements <paramref name="Item"/> speaks of.</param>
/// <param name="Item">Pointer into each element of the expression's array; null for a single value.</param>
public sealed record Reflection(
    CheckKey Check, Operation Operation, Response Response, Example Example, string Target, string Expression, string? Item);
