using System.Numerics;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Evaluation;

/// <summary>Finds what a schema says about a member by the hash that the tape holds for its name.</summary>
internal sealed class MemberTable
{
    private readonly Slot[] _slots;
    private readonly int _mask;

    public MemberTable(IReadOnlyList<Member> members)
    {
        _slots = new Slot[BitOperations.RoundUpToPowerOf2((uint)(members.Count * 2) + 1)];
        _mask = _slots.Length - 1;
        foreach (var member in members)
        {
            var hash = NameHash.Of(member.Name);
            var slot = hash & _mask;
            while (_slots[slot].Member is not null)
            {
                slot = (slot + 1) & _mask;
            }

            _slots[slot] = new(hash, member);
        }
    }

    public Member? Find(ReadOnlySpan<byte> text, in TapeEntry name)
    {
        for (var slot = name.End & _mask; ; slot = (slot + 1) & _mask)
        {
            ref readonly var candidate = ref _slots[slot];
            if (candidate.Member is null)
            {
                return null;
            }

            if (candidate.Hash == name.End && Tapes.TextEquals(text, name, candidate.Member.Name))
            {
                return candidate.Member;
            }
        }
    }

    private readonly record struct Slot(int Hash, Member? Member);
}
