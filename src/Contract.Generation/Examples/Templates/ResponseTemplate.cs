using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace SocialContract.Contract.Generation.Examples.Templates;

/// <summary>The body of one answer, ready to be written any number of times from any number of threads.</summary>
public abstract class ResponseTemplate
{
    /// <summary>Where the body comes from.</summary>
    public abstract ResponseOrigin Origin { get; }

    /// <summary>Whether there is a body at all.</summary>
    public virtual bool HasBody => true;

    /// <summary>Entries of <c>x-echo</c> that have no effect.</summary>
    public virtual IReadOnlyList<EchoFault> Faults => [];

    /// <summary>
    /// Why the body can never be written, with its place; null where it can. Generates the static instance where that is what the
    /// body is.
    /// </summary>
    public virtual string? Problem => null;

    /// <summary>Writes the body's bytes; where false is returned nothing has been written.</summary>
    /// <param name="problem">Why there is none, with its place: data that cannot be generated. Null where it was written.</param>
    public abstract bool TryWrite(ResponseContext context, IBufferWriter<byte> output, [NotNullWhen(false)] out string? problem);
}
