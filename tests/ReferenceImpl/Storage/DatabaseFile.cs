using Dapper;
using Microsoft.Data.Sqlite;

namespace SocialContract.ReferenceImpl.Tests.Storage;

/// <summary>A database file of a test, and another process's look into it.</summary>
internal sealed class DatabaseFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reference-tests-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "reference.db");

    public int Count(string table)
    {
        using var connection = Open();
        return connection.ExecuteScalar<int>($"select count(*) from {table}");
    }

    public IReadOnlyList<string> Column(string table, string column)
    {
        using var connection = Open();
        return [.. connection.Query<string>($"select {column} from {table}")];
    }

    public void Execute(string sql)
    {
        using var connection = Open();
        connection.Execute(sql);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
