using Dapper;
using Microsoft.Data.Sqlite;

namespace SocialContract.ReferenceImpl.Storage;

/// <summary>
/// One SQLite file. Every request writes, and SQLite allows one writer, so requests take turns at one connection; other processes may use
/// the same file. A commit is on the disk before it returns (<c>synchronous = full</c>).
/// </summary>
internal sealed class Database : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SemaphoreSlim _turn = new(1);

    static Database() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    /// <param name="file">Created if it does not exist; null: a temporary file that SQLite deletes when the process ends.</param>
    /// <exception cref="DatabaseUnavailableException">The file cannot be opened, or is not a database of this server.</exception>
    public Database(string? file)
    {
        _connection = new(new SqliteConnectionStringBuilder { DataSource = file ?? "", ForeignKeys = true, Pooling = false }.ToString());
        try
        {
            Open(file);
        }
        catch (SqliteException refused)
        {
            Dispose();
            throw new DatabaseUnavailableException($"The database {file} cannot be used: {refused.Message}", refused);
        }
        catch (DatabaseUnavailableException)
        {
            Dispose();
            throw;
        }
    }

    /// <summary>
    /// Waits for the other requests, and for other processes (30 s), then holds the file's write lock until the transaction is disposed.
    /// </summary>
    public async Task<Transaction> BeginAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
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
    }

    private void Open(string? file)
    {
        _connection.Open();
        if (!IsOurs() && _connection.ExecuteScalar<long>("select count(*) from sqlite_schema") > 0)
        {
            throw new DatabaseUnavailableException($"The database {file} belongs to another program.");
        }

        _connection.Execute("pragma journal_mode = wal; pragma synchronous = full;");
        using var transaction = _connection.BeginTransaction(deferred: false);
        if (!IsOurs(transaction))
        {
            _connection.Execute($"{Schema.Tables} pragma application_id = {Schema.ApplicationId};", transaction: transaction);
        }

        transaction.Commit();
    }

    private bool IsOurs(SqliteTransaction? transaction = null) =>
        _connection.ExecuteScalar<int>("pragma application_id", transaction: transaction) == Schema.ApplicationId;
}
