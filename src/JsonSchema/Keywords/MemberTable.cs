using System.Numerics;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary>Finds what a schema says about a member by the name's hash, which is on the tape.</summary>
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

/// <summary>What a schema says about members of one name.</summary>
/// <param name="name">The name without escapes.</param>
/// <param name="schema">The name's schema under <c>properties</c>, if any.</param>
/// <param name="isRequired">Whether <c>required</c> lists the name.</param>
internal sealed class Member(byte[] name, SchemaNode? schema, bool isRequired)
{
    public byte[] Name { get; } = name;

    public SchemaNode? Schema { get; } = schema;

    public bool IsRequired { get; } = isRequired;
}
