using Dapper;
using Microsoft.Data.Sqlite;

namespace SocialApi.ReferenceImpl.Storage;

/// <summary>
/// One SQLite file. Every request writes, and SQLite has one writer, so there is one connection and requests take turns at it; other processes may
/// use the same file. A commit is on the disk before it returns (<c>synchronous = full</c>).
/// </summary>
internal sealed class Database : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly DirectoryInfo? _temporary;

    static Database() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    /// <param name="file">Made where it does not exist; null: a temporary one, gone with this object.</param>
    /// <exception cref="DatabaseUnavailableException">It cannot be opened, or is not a database of this server.</exception>
    public Database(string? file)
    {
        _temporary = file is null ? Directory.CreateTempSubdirectory("social-contract-") : null;
        var path = file ?? Path.Combine(_temporary!.FullName, "reference.db");
        _connection = new(new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, Pooling = false }.ToString());
        try
        {
            Open(path);
        }
        catch (SqliteException refused)
        {
            Dispose();
            throw new DatabaseUnavailableException($"--database {path} cannot be used: {refused.Message}", refused);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Waits for its turn, and for other processes (30 s), then holds the file's write lock until the transaction is disposed.</summary>
    public async Task<Transaction> BeginAsync(CancellationToken cancelled)
    {
        await _turn.WaitAsync(cancelled);
        try
        {
            return new Transaction(_connection.BeginTransaction(deferred: false), _turn);
        }
        catch
        {
            _turn.Release();
            throw;
        }
    }

    public void Dispose()
    {
        _connection.Dispose();
        _turn.Dispose();
        _temporary?.Delete(recursive: true);
    }

    private void Open(string path)
    {
        _connection.Open();
        _connection.Execute("pragma journal_mode = wal; pragma synchronous = full;");
        using var transaction = _connection.BeginTransaction(deferred: false);
        switch (_connection.ExecuteScalar<int>("pragma user_version", transaction: transaction))
        {
            case Schema.Version:
                break;
            case 0 when _connection.ExecuteScalar<int>("select count(*) from sqlite_schema", transaction: transaction) == 0:
                _connection.Execute($"{Schema.Tables} pragma user_version = {Schema.Version};", transaction: transaction);
                break;
            default:
                throw new DatabaseUnavailableException($"--database {path} is a database of something else; give the name of a file that does not exist yet.");
        }

        transaction.Commit();
    }
}
