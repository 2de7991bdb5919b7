using Dapper;
using Microsoft.Data.Sqlite;

namespace SocialContract.ReferenceImpl.Storage;

/// <summary>The writes of one request: all of them once committed, else none.</summary>
internal sealed class Transaction(SqliteTransaction inner, SemaphoreSlim turn) : IDisposable
{
    /// <summary>The row that the statement returns, or null.</summary>
    public T? Row<T>(string sql, object parameters) => inner.Connection!.QuerySingleOrDefault<T>(sql, parameters, inner);

    /// <summary>Returns the number of changed rows.</summary>
    public int Execute(string sql, object? parameters = null) => inner.Connection!.Execute(sql, parameters, inner);

    public void Commit() => inner.Commit();

    public void Dispose()
    {
        inner.Dispose();
        turn.Release();
    }
}
