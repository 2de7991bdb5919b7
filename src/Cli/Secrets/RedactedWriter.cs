using System.Diagnostics.CodeAnalysis;
using System.Text;
using SocialContract.Contract.Secrets;

namespace SocialContract.Cli.Secrets;

/// <summary>Passes texts on without the secrets of the command line: what a command prints goes through it, whatever it is.</summary>
internal sealed class RedactedWriter(TextWriter output, Redactor redactor) : TextWriter(output.FormatProvider)
{
    public override Encoding Encoding => output.Encoding;

    [AllowNull]
    public override string NewLine
    {
        get => output.NewLine;
        set => output.NewLine = value;
    }

    public override void Write(char value) => output.Write(value);

    public override void Write(string? value) => output.Write(value is null ? null : redactor.Text(value));

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override void WriteLine(string? value) => output.WriteLine(value is null ? null : redactor.Text(value));

    public override void WriteLine(ReadOnlySpan<char> buffer) => WriteLine(buffer.ToString());

    public override Task WriteAsync(string? value) => output.WriteAsync(value is null ? null : redactor.Text(value));

    public override Task WriteLineAsync(string? value) => output.WriteLineAsync(value is null ? null : redactor.Text(value));

    public override void Flush() => output.Flush();

    public override Task FlushAsync() => output.FlushAsync();
}
