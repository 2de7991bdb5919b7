using SocialContract.Contract.Diagnostics;

namespace SocialContract.Contract.AspNetCore.Hosting;

/// <summary>The document cannot be understood; the message lists every fault with its place.</summary>
public sealed class DocumentRejectedException(IReadOnlyList<Diagnostic> diagnostics) : Exception(DiagnosticFormatter.Text(diagnostics))
{
    public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;
}
