namespace SocialContract.ReferenceImpl.Requests;

/// <summary>The size of the largest request body; larger ones get 413.</summary>
internal sealed record BodyLimit(int Bytes);
