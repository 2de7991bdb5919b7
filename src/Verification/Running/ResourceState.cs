using System.Text.Json.Nodes;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Running;

/// <summary>What a sequence knows so far of the thing that it is about.</summary>
internal sealed class ResourceState
{
    /// <summary>Of the thing, and of what it is beneath.</summary>
    public required ResourceIds Ids { get; set; }

    /// <summary>The creating operation whose answer held no id; null as long as there is none.</summary>
    public string? Lacking { get; private set; }

    public bool IsCreated { get; private set; }

    /// <summary>The target that the creating answer's Location header leads to.</summary>
    public string? Location { get; set; }

    /// <summary>The last update, if it was accepted.</summary>
    public ContractCase? Update { get; set; }

    /// <summary>Since the thing was read.</summary>
    public List<(ContractCase Case, Answer Answer)> RefusedUpdates { get; } = [];

    public List<Answer> RefusedDeletions { get; } = [];

    public bool IsDeleted { get; set; }

    /// <summary>The thing as it was read last; null where it was not.</summary>
    public JsonNode? Last { get; private set; }

    /// <param name="id">Null where the answer has none.</param>
    public void Created(string creator, string? id)
    {
        if (id is null)
        {
            Lacking ??= creator;
            return;
        }

        IsCreated = true;
        Ids = Ids.With(creator, id);
    }

    /// <summary>Keeps what a reading step showed.</summary>
    public void Read(StepKind kind, Answer answer)
    {
        if (kind is StepKind.Read or StepKind.ReadBefore or StepKind.ReadUpdated or StepKind.ReadUnchanged)
        {
            Last = answer.IsSuccess && Json.TryParse(answer.Bytes, out var now) ? now : null;
            RefusedUpdates.Clear();
        }
    }
}
