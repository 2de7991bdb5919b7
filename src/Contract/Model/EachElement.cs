namespace SocialContract.Contract.Model;

/// <summary>How an echoed array's elements are made from the template, the example's first element.</summary>
/// <param name="Set">Values taken from the request: pointers are relative to the element.</param>
/// <param name="Sequence">Pointers, relative to the element, of integers that count upwards from the template's.</param>
public sealed record EachElement(IReadOnlyList<Echo> Set, IReadOnlyList<string> Sequence);
