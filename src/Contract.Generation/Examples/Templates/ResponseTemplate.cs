using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace SocialContract.Contract.Generation.Examples.Templates;

/// <summary>The body of a response, which can be written any number of times. Thread-safe.</summary>
public abstract class ResponseTemplate
{
    /// <summary>Where the body comes from.</summary>
    public abstract ResponseOrigin Origin { get; }

    /// <summary>Whether the response has a body.</summary>
    public virtual bool HasBody => true;

    /// <summary>Entries of <c>x-echo</c> that have no effect.</summary>
    public virtual IReadOnlyList<EchoFault> Faults => [];

    /// <summary>
    /// Why the body can never be written, with the place in the document; null where it can be written. Generates the static instance
    /// where the body is one.
    /// </summary>
    public virtual string? Problem => null;

    /// <summary>Writes the bytes of the body. Where the result is false, nothing is written.</summary>
    /// <param name="problem">Why the body cannot be written, with the place in the document; null where it was written.</param>
    public abstract bool TryWrite(ResponseContext context, IBufferWriter<byte> output, [NotNullWhen(false)] out string? problem);
}
