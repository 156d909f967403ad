using System.Data.Common;
using Npgsql;

namespace Bot.Storage.Postgres;

/// <summary>A connection to PostgreSQL; statements are prepared by the provider itself, by how often they come.</summary>
internal sealed class PostgresSession(NpgsqlConnection connection) : Session(connection)
{
    public override string ForUpdate => " FOR UPDATE";

    /// <summary>Whether the connection still stands.</summary>
    public bool IsOpen => Connection.State == System.Data.ConnectionState.Open;

    public override void Alone(string name) => Scalar("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", name);

    protected override DbParameter Parameter(int place) => new NpgsqlParameter();
}
