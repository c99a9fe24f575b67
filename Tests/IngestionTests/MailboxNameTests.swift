import Testing

@testable import Ingestion

@Suite struct MailboxNameTests {
  @Test(arguments: [
    ("John Smith", "john.smith@police.example"), ("John Smith", "smithj@police.example"),
    ("Thérèse Roux", "troux@gendarmerie.example"), ("THÉRÈSE ROUX", "t.therese@gendarmerie.example"),
    ("Jörg Müller", "mueller.j@polizei.example"), ("Jörg Müller", "j.muller@polizei.example"),
    ("Heinz Groß", "h.gross@polizei.example"), ("Øystein Bakke", "oystein@politi.example"),
    ("José Núñez Peña", "jnunez@policia.example"), ("Maximilian Alt", "maxi@polizei.example"),
  ]) func `names are found in what mailboxes make of them`(name: String, address: String) {
    #expect(MailboxName.bears(name: name, address: address))
  }

  @Test(arguments: [
    ("John Smith", "mary.jones@police.example"), ("John Smith", "investigations@police.example"),
    ("Smith", "jones@smith.example"), ("J. S.", "js@police.example"), ("李雷", "lilei@police.example"),
    ("", "john@police.example"), ("John Smith", "@police.example"), ("Øy Li", "1234@politi.example"),
  ]) func `other names, units and initials are not`(name: String, address: String) {
    #expect(!MailboxName.bears(name: name, address: address))
  }
}
