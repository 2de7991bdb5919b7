namespace SocialContract.Verification.Tests.SecondOpinion;

/// <summary>A validator that nobody here wrote.</summary>
public interface IJudge
{
    string Name { get; }

    /// <returns>Null where it fails on the question.</returns>
    bool? IsValid(JudgedPart part);
}
