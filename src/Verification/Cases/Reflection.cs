using SocialContract.Contract.Model;

namespace SocialContract.Verification.Cases;

/// <summary>A value of a response that must be a value of the request (<c>x-echo</c>).</summary>
/// <param name="Check">The check that it is evidence for.</param>
/// <param name="Example">The example that says so: only responses of its kind are compared.</param>
/// <param name="Target">Pattern into the response's body.</param>
/// <param name="Expression">The runtime expression of the value, or of the array to whose elements <paramref name="Item"/> applies.</param>
/// <param name="Item">Pointer into each element of the expression's array; null for a single value.</param>
internal sealed record Reflection(
    CheckKey Check, Operation Operation, Response Response, Example Example, string Target, string Expression, string? Item);
