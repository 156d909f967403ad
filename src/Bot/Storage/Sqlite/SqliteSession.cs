using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Bot.Storage.Sqlite;

/// <summary>A connection to the SQLite file.</summary>
internal sealed class SqliteSession(SqliteConnection connection) : Session(connection)
{
    // One writer works at a time: nothing need be locked.
    public override string ForUpdate => "";

    public override void Alone(string name)
    {
    }

    /// <summary>Begins to write. Another program may be writing (an import beside the server): it is looked every millisecond whether it has ended.</summary>
    /// <exception cref="SqliteException">It has not within the patience.</exception>
    public void Begin(TimeSpan patience)
    {
        // Not by SQLite's own waiting, whose pauses grow to a tenth of a second: between two commits of an import there is less.
        var began = Stopwatch.GetTimestamp();
        int outcome;
        while ((outcome = raw.sqlite3_exec(connection.Handle, "BEGIN IMMEDIATE")) == raw.SQLITE_BUSY && Stopwatch.GetElapsedTime(began) < patience) Thread.Sleep(1);
        SqliteException.ThrowExceptionForRC(outcome, connection.Handle);
    }

    protected override DbParameter Parameter(int place) => new SqliteParameter { ParameterName = "$" + place.ToString(CultureInfo.InvariantCulture) };

    // Without this the provider parses the statement again at every call whose rows are not read to the end of its results.
    protected override void Prepare(DbCommand command) => command.Prepare();
}
