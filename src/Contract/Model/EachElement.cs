namespace SocialContract.Contract.Model;

/// <summary>How the elements of an echoed array are made from the template, the example's first element.</summary>
/// <param name="Set">Values taken from the request; pointers are relative to the element.</param>
/// <param name="Sequence">Pointers, relative to the element, of integers that count up from the template's value.</param>
public sealed record EachElement(IReadOnlyList<Echo> Set, IReadOnlyList<string> Sequence);
