using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Bot.Storage.Sqlite;

/// <summary>A connection to the SQLite file.</summary>
internal sealed class SqliteSession(SqliteConnection connection) : Session(connection)
{
    // One writer works at a time: nothing need be locked.
    public override string ForUpdate => "";

    public override void Alone(string name)
    {
    }

    protected override DbParameter Parameter(int place) => new SqliteParameter { ParameterName = "$" + place.ToString(CultureInfo.InvariantCulture) };

    // Without this the provider parses the statement again at every call whose rows are not read to the end of its results.
    protected override void Prepare(DbCommand command) => command.Prepare();
}
