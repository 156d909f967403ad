using System.Data.Common;
using Npgsql;

namespace Bot.Storage.Postgres;

/// <summary>A connection to PostgreSQL; statements are prepared by the provider itself, by how often they come.</summary>
internal sealed class PostgresSession(NpgsqlConnection connection) : Session(connection)
{
    // Of a transaction, what has not been sent yet: each way to the server and back costs more than the work there.
    private NpgsqlBatch? later;

    public override string ForUpdate => " FOR UPDATE";

    /// <summary>Whether the connection still stands.</summary>
    public bool IsOpen => Connection.State == System.Data.ConnectionState.Open;

    public override void Alone(string name) => Scalar("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", name);

    public override void Later(string sql, params ReadOnlySpan<object?> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = Value(value) });
        later ??= new NpgsqlBatch(connection);
        later.BatchCommands.Add(command);
    }

    /// <summary>Runs work in a transaction of its own; false, and nothing is changed, when it failed.</summary>
    public bool Transact(Work work)
    {
        using var transaction = connection.BeginTransaction();
        try
        {
            if (!work.Run(this)) return false;
            // With what was put off, the end goes along.
            if (later is null) transaction.Commit();
            else
            {
                Later("COMMIT");
                Settle();
            }
            return true;
        }
        finally
        {
            Drop();
        }
    }

    protected override DbParameter Parameter(int place) => new NpgsqlParameter();

    protected override void Settle()
    {
        try
        {
            later?.ExecuteNonQuery();
        }
        finally
        {
            Drop();
        }
    }

    private void Drop()
    {
        later?.Dispose();
        later = null;
    }
}
