namespace StandIns.Postgres;

/// <summary>PostgreSQL is not installed; the message names the package to install.</summary>
public sealed class PostgresMissingException()
    : Exception("PostgreSQL was not found (initdb and postgres, under /usr/lib/postgresql/*/bin or on the PATH). Install Debian's package \"postgresql\": apt-get install -y postgresql");
