using System.Buffers;
using System.Data.Common;
using System.Text;

namespace Bot.Storage;

/// <summary>One connection to the store with its prepared statements, in SQL that both SQLite and PostgreSQL read; used by one thread at a time.</summary>
public abstract class Session(DbConnection connection) : IDisposable
{
    private static readonly SearchValues<char> Suspicious = SearchValues.Create(['\0', .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

    private readonly Dictionary<string, DbCommand> prepared = [];

    /// <summary>What a SELECT ends in that keeps its rows from being changed until the transaction ends; nothing where there is one writer.</summary>
    public abstract string ForUpdate { get; }

    /// <summary>The connection itself.</summary>
    protected internal DbConnection Connection => connection;

    /// <summary>Waits until no other transaction has the name, and keeps it until this one ends.</summary>
    public abstract void Alone(string name);

    /// <summary>Runs a statement whose parameters are written $1, $2 …; returns the rows changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteNonQuery();

    /// <summary>Runs a statement of a transaction whose outcome nobody needs to know; where the store is far away, together with those that follow it.</summary>
    public virtual void Later(string sql, params ReadOnlySpan<object?> values) => Execute(sql, values);

    /// <summary>Runs a script of several statements once.</summary>
    public void Run(string script)
    {
        using var command = connection.CreateCommand();
        command.CommandText = script;
        command.ExecuteNonQuery();
    }

    /// <summary>Reads every row of a query.</summary>
    public List<T> Query<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var reader = Bind(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    /// <summary>Reads the first value of the first row; null when there is none.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteScalar() is { } value and not DBNull ? value : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in prepared.Values) command.Dispose();
        connection.Dispose();
    }

    /// <summary>A parameter by its place, from 1 on.</summary>
    protected abstract DbParameter Parameter(int place);

    /// <summary>Makes a statement ready for many uses, where that is not done by itself.</summary>
    protected virtual void Prepare(DbCommand command)
    {
    }

    /// <summary>Runs what was put off.</summary>
    protected virtual void Settle()
    {
    }

    /// <summary>A value as a parameter takes it.</summary>
    protected static object Value(object? value) => value switch { null => DBNull.Value, string text => Storable(text), _ => value };

    private DbCommand Bind(string sql, ReadOnlySpan<object?> values)
    {
        Settle();
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= values.Length; i++) command.Parameters.Add(Parameter(i));
            Prepare(command);
            prepared.Add(sql, command);
        }
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = Value(values[i]);
        return command;
    }

    // U+0000 and half a surrogate pair, which PostgreSQL does not take, become U+FFFD in either store: in what is written as in what is looked for.
    private static string Storable(string text)
    {
        if (!text.AsSpan().ContainsAny(Suspicious)) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) clean.Append(rune.Value == 0 ? Rune.ReplacementChar : rune);
        return clean.ToString();
    }
}
