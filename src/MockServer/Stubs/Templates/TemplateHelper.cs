namespace SocialContract.MockServer.Stubs.Templates;

/// <summary>A function that templates call.</summary>
/// <param name="Apply">Its value; null: nothing is written, or a block has written already.</param>
internal sealed record TemplateHelper(string Name, Func<HelperCall, object?> Apply)
{
    /// <summary>
    /// Reads an argument that is a literal when the template is read, so that its faults are found then; null: nothing is read.
    /// </summary>
    public CompiledArgument? Compiles { get; init; }
}

/// <param name="Index">From 0.</param>
/// <param name="Compile">Throws a <see cref="HelperException"/> if the text has a fault.</param>
internal sealed record CompiledArgument(int Index, Func<string, object> Compile);
